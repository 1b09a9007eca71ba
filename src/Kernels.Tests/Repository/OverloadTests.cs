using Kernels.Overloads;
using Kernels.Widths;

namespace Kernels.Tests.Repository;

/// <summary>What is written of the table of functions is what a new run would write, and every function has what it needs.</summary>
public class OverloadTests
{
    [Fact]
    public void Overloads_are_those_of_the_table()
    {
        foreach (var function in FunctionTable.All)
            Assert.Equal(OverloadSource.Write(function), TestRepository.Read("src", "Kernels", OverloadSource.FileOf(function)));
        foreach (var shape in UserShape.All)
            Assert.Equal(ShapeSource.Write(shape), TestRepository.Read("src", "Kernels", shape.File));
        string[] written = [.. Directory.GetFiles(TestRepository.PathOf("src", "Kernels"), "*.g.cs").Select(Path.GetFileName).Order()!];
        var expected = FunctionTable.All.Select(OverloadSource.FileOf).Concat(UserShape.All.Select(shape => shape.File));
        Assert.Equal([.. expected.Order()], written);
    }

    [Fact]
    public void Lanes_of_all_widths_are_as_written()
    {
        foreach (var (file, source) in LanesSource.All)
            Assert.Equal(source, TestRepository.Read("src", "Kernels", "Lanes", file));
    }

    [Fact]
    public void The_matrix_of_tests_is_that_of_the_table() =>
        Assert.Equal(MatrixSource.Write(FunctionTable.All), TestRepository.Read("src", "Kernels.Tests", MatrixSource.File));

    [Fact]
    public void Every_function_has_a_bound_and_words_of_its_own()
    {
        Assert.All(FunctionTable.All, function => Assert.InRange(function.ErrorBoundInUlp, 0.5, 0.51));
        Assert.Equal(FunctionTable.All.Length, FunctionTable.All.Select(function => function.Name).Distinct().Count());
        Assert.Equal(FunctionTable.All.Length, FunctionTable.All.Select(function => function.Kernel).Distinct().Count());
    }
}
